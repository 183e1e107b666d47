package dev.tidegate.controller.dialogue;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What a client says, and what it hears.
///
/// A request is a line `> METHOD URL`, then lines `> Name: value`, and perhaps `> | body`; what follows it in lines
/// that begin with `<` is the answer. Everything else is for the reader, and stays.
record Dialogue(String text) {

    /// Fields that say the same of every answer, or something else each time.
    private static final Set<String> PLAIN =
            Set.of("date", "server", "content-length", "transfer-encoding", "connection", "keep-alive");

    /// Fields that every backend gets, of this client.
    private static final Set<String> USUAL = Set.of(
            "x-request-id",
            "x-real-ip",
            "x-forwarded-for",
            "x-forwarded-host",
            "x-forwarded-port",
            "x-forwarded-proto",
            "x-forwarded-scheme",
            "x-scheme",
            "connection",
            "content-length");

    /// Someone who carries a request to the gateway.
    interface Carrier {
        Caller.Answer carry(String method, URI url, List<String> fields, String body) throws Exception;
    }

    /// The same dialogue, with what is heard now. `show`: fields of requests that are told though they are usual.
    Dialogue held(Carrier carrier, Set<String> show) throws Exception {
        List<String> out = new ArrayList<>();
        List<String> request = new ArrayList<>();
        for (String line : (text + "\n ").lines().toList()) {
            if (line.startsWith("<")) {
                continue;
            }
            if (line.startsWith("> ")) {
                request.add(line.substring(2));
            } else if (!request.isEmpty()) {
                out.addAll(answer(request, carrier, show));
                request.clear();
            }
            out.add(line);
        }
        return new Dialogue(String.join("\n", out).strip());
    }

    private static List<String> answer(List<String> request, Carrier carrier, Set<String> show) throws Exception {
        String[] line = request.getFirst().split(" ");
        List<String> fields =
                request.stream().skip(1).filter(it -> !it.startsWith("| ")).toList();
        String body = request.stream()
                .filter(it -> it.startsWith("| "))
                .map(it -> it.substring(2))
                .collect(Collectors.joining("\n"));
        URI url = URI.create(line[1]);
        Caller.Answer answer = carrier.carry(line[0], url, fields, body);
        List<String> out = new ArrayList<>(List.of("< " + answer.status()));
        answer.fields().forEach((name, values) -> {
            if (!PLAIN.contains(name) && !(name.equals("content-type") && isOwn(answer))) {
                values.lines().forEach(value -> out.add("< " + name + ": " + value));
            }
        });
        if (!isOwn(answer)) {
            answer.body().lines().filter(it -> isTold(it, url, show)).forEach(it -> out.add("< | " + it));
        }
        return out;
    }

    /// A page of the gateway's own says nothing that its reason does not.
    private static boolean isOwn(Caller.Answer answer) {
        return answer.fields().containsKey("tidegate-reason");
    }

    private static boolean isTold(String line, URI url, Set<String> show) {
        int colon = line.indexOf(": ");
        String name = colon < 0 ? "" : line.substring(0, colon);
        return show.contains(name) || !(USUAL.contains(name) || line.equals("host: " + url.getRawAuthority()));
    }

    /// Shape: names in a text → the names.
    static Set<String> names(String text) {
        return new TreeSet<>(
                text.lines().map(String::strip).filter(it -> !it.isEmpty()).toList());
    }
}
