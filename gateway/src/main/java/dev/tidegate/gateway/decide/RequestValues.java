package dev.tidegate.gateway.decide;

import dev.tidegate.gateway.table.RequestHost;
import dev.tidegate.gateway.table.Template;
import java.util.function.Function;

/// A request as templates ask for it. What is told is of the form that is matched and forwarded; an address that is not
/// known stands there by its name.
///
/// Source: the variables of nginx and ingress-nginx of the same names; but `$scheme`, `$remote_addr` and `$http_host`
/// are what a trusted proxy said, as they are towards backends.
public record RequestValues(RequestFacts facts) implements Function<Template.Variable, String> {

    @Override
    public String apply(Template.Variable variable) {
        return switch (variable) {
            case SCHEME -> facts.scheme();
            case HOST -> RequestHost.normalize(facts.authority());
            case HTTP_HOST -> facts.authority();
            case REQUEST_URI -> facts.target();
            case ESCAPED_REQUEST_URI -> Template.escaped(facts.target());
            case REMOTE_ADDR -> facts.client() == null ? "$" + variable.text() : String.valueOf(facts.client());
        };
    }
}
