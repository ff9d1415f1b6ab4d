package io.followthrough.document.value;

import java.util.List;

/** The tokens of one text, with a safe look ahead and back. */
final class Tokens {

    private final String source;
    private final List<Token> tokens;

    Tokens(String source) {
        this.source = source;
        this.tokens = Token.of(source);
    }

    Token at(int index) {
        return index >= 0 && index < tokens.size() ? tokens.get(index) : Token.NONE;
    }

    int size() {
        return tokens.size();
    }

    String source() {
        return source;
    }

    /** The source from the start of one token to the end of another. */
    String between(int first, int last) {
        return source.substring(at(first).start(), at(last).end());
    }

    boolean wordAt(int index, String... words) {
        Token token = at(index);
        if (!token.isWord()) {
            return false;
        }
        String lower = token.word();
        for (String word : words) {
            if (lower.equals(word)) {
                return true;
            }
        }
        return false;
    }
}
