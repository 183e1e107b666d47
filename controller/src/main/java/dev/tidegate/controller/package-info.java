@NullMarked
package dev.tidegate.controller;

import org.jspecify.annotations.NullMarked;
