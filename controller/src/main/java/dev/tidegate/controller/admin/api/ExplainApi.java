package dev.tidegate.controller.admin.api;

import dev.tidegate.controller.explain.Explanation;
import dev.tidegate.controller.explain.Question;
import dev.tidegate.controller.explain.QuestionRefused;
import io.vertx.core.MultiMap;
import java.util.Optional;

/// `/api/explain?method=GET&url=https://shop.example/cart&header=Host:%20other.example`.
final class ExplainApi {

    private ExplainApi() {}

    static Explanation explain(Moment moment, MultiMap query) {
        String url = query.get("url");
        if (url == null) {
            throw ApiRefused.of(400, "BadRequest", "url: none (expected: ?url=https://shop.example/cart)");
        }
        String method = query.get("method");
        try {
            Explanation explanation = moment.explainer()
                    .explain(Question.of(
                            method == null ? "GET" : method,
                            url,
                            Optional.ofNullable(query.get("client")),
                            query.getAll("header")));
            return explanation.naming(moment.record(explanation.asked().host()));
        } catch (QuestionRefused refused) {
            throw ApiRefused.of(400, "BadRequest", refused.line());
        }
    }
}
