/// Why a request goes where it goes: the match that serves requests, told with the rivals that lost. Pure.
@NullMarked
package dev.tidegate.controller.explain;

import org.jspecify.annotations.NullMarked;
