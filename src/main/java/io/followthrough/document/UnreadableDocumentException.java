package io.followthrough.document;

import io.followthrough.platform.InvalidInputException;

/** The bytes are no document: empty, binary, too long or in an encoding that cannot be told. The message says which. */
public class UnreadableDocumentException extends InvalidInputException {

    public UnreadableDocumentException(String message) {
        super(message);
    }
}
