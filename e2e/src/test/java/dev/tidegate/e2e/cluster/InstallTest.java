package dev.tidegate.e2e.cluster;

import dev.tidegate.e2e.TellOnFailure;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/// Tests that install the chart into a real API server by a real Helm: `e2e/helm/run` runs them.
@Tag("helm")
@ExtendWith({ClusterSuite.class, TellOnFailure.class})
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface InstallTest {}
