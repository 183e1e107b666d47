package dev.tidegate.controller.compile;

import io.fabric8.kubernetes.api.model.ServicePort;
import java.util.List;
import java.util.Optional;

/// What people take for a Service's port: the port of its pods, or that of the nodes.
final class PortMistake {

    private PortMistake() {}

    /// Shape: the port that was asked for and is none, and those that there are → `; 8080 is the targetPort of 80`,
    /// or nothing.
    static String hint(BackendRef.Port wanted, List<ServicePort> ports) {
        String text = wanted.text();
        for (ServicePort port : ports) {
            if (port.getTargetPort() != null
                    && text.equals(String.valueOf(port.getTargetPort().getValue()))) {
                return "; " + text + " is the targetPort of " + port.getPort();
            }
            if (Optional.ofNullable(port.getNodePort())
                    .filter(it -> text.equals(it.toString()))
                    .isPresent()) {
                return "; " + text + " is the nodePort of " + port.getPort();
            }
        }
        return "";
    }
}
