package dev.tidegate.controller.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;

/// What the flags of DNS publishing take.
final class RecordFlagTypes {

    private RecordFlagTypes() {}

    /// `0.1` or `10%`.
    static final class Share implements ITypeConverter<Double> {
        @Override
        public Double convert(String value) {
            boolean percent = value.endsWith("%");
            try {
                double number = Double.parseDouble(percent ? value.substring(0, value.length() - 1) : value);
                double share = percent ? number / 100 : number;
                if (share >= 0 && share <= 1) {
                    return share;
                }
            } catch (NumberFormatException noNumber) {
                throw FlagTypes.expected("a share, as 0.1 or 10%");
            }
            throw FlagTypes.expected("a share, as 0.1 or 10%");
        }
    }

    /// A constant of an enum, written in lower case with hyphens.
    abstract static class Word<E extends Enum<E>> implements ITypeConverter<E> {

        private final Class<E> type;

        Word(Class<E> type) {
            this.type = type;
        }

        @Override
        public E convert(String value) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> word(constant).equals(value))
                    .findFirst()
                    .orElseThrow(() -> FlagTypes.expected(Arrays.stream(type.getEnumConstants())
                            .map(Word::word)
                            .collect(Collectors.joining(", "))));
        }

        private static String word(Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
