/// How the program's own log is written: to standard error, as text or JSON. (The access log is the gateway's.)
@NullMarked
package dev.tidegate.controller.logging;

import org.jspecify.annotations.NullMarked;
