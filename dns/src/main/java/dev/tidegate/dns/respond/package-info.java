/// The responder: an authoritative name server for the exposed hosts, on one port, over UDP and TCP.
///
/// Reading order: [Responder] starts and stops it by [ResponderOptions] and reads its zones anew for each question.
/// [PacketAnswers] turns a packet into an answer: it reads a [Query], asks [dev.tidegate.dns.zone.ZoneAnswers], and
/// writes an [OutgoingMessage] within its [AnswerSize]. [UdpPort] and [TcpPort] only move bytes. [RateLimit] and
/// [Cookies] keep it from being used against others; [Tally] counts.
///
/// It asks nobody: there is no recursion, and no cache that could be poisoned.
@NullMarked
package dev.tidegate.dns.respond;

import org.jspecify.annotations.NullMarked;
