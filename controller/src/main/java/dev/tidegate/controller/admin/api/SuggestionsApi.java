package dev.tidegate.controller.admin.api;

import dev.tidegate.controller.snapshot.ObjectKey;
import dev.tidegate.controller.view.SuggestionsView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `/api/policy/suggestions?service=shop/web`: the policies that would let the gateway reach a Service's pods.
final class SuggestionsApi {

    private SuggestionsApi() {}

    static SuggestionsView suggestions(Moment moment, @Nullable String service) {
        String[] parts = service == null ? new String[0] : service.split("/", -1);
        if (parts.length != 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
            throw ApiRefused.of(
                    400, "BadRequest", "service: " + service + " (expected: NAMESPACE/NAME, as ?service=shop/web)");
        }
        ObjectKey key = new ObjectKey(parts[0], parts[1]);
        if (!moment.around().isBackend(key)) {
            List<String> near = moment.around().servicesIn(key.namespace()).stream()
                    .map(name -> key.namespace() + "/" + name)
                    .limit(5)
                    .toList();
            throw ApiRefused.of(404, "ServiceNotFound", "no Ingress of ours leads to Service " + key.path(), near);
        }
        return SuggestionsView.of(key.path(), moment.around().suggestions(key));
    }
}
