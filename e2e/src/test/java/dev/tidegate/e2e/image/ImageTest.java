package dev.tidegate.e2e.image;

import dev.tidegate.e2e.TellOnFailure;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/// Tests of the container image: `e2e/image/run` makes it and runs them, `mvn verify` by itself does not.
@Tag("image")
@ExtendWith(TellOnFailure.class)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface ImageTest {}
