/// What is told to people and machines alike: records whose components are the fields of the JSON, under names that
/// stay. They hold no secret, for what they are made of is named here, field by field.
///
/// Reading order: [TableView], [HostView], [RouteView], [BackendView], [CertificateView], [DiagnosticView]; [Json]
/// writes and reads them. Text is made of the same records, above them.
@NullMarked
package dev.tidegate.controller.view;

import org.jspecify.annotations.NullMarked;
