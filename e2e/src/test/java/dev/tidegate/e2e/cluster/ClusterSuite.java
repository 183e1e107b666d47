package dev.tidegate.e2e.cluster;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives tests the one [TestBed] of the run, made for the first who asks and closed after the last test. Those that
/// install no release of their own find Tidegate's namespace and account there, whichever of them comes first.
final class ClusterSuite implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == TestBed.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        TestBed bed = test.getRoot()
                .getStore(ExtensionContext.Namespace.create(ClusterSuite.class))
                .computeIfAbsent(TestBed.class, _ -> start(), TestBed.class);
        if (test.getRequiredTestClass().isAnnotationPresent(ClusterTest.class)) {
            bed.account();
        }
        return bed;
    }

    private static TestBed start() {
        TestBed bed = TestBed.start();
        Runtime.getRuntime().addShutdownHook(new Thread(bed::close)); // where the tests are broken off
        return bed;
    }
}
