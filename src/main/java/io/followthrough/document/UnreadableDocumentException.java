package io.followthrough.document;

/** The bytes are no document: empty, binary, too long or in an encoding that cannot be told. The message says which. */
public class UnreadableDocumentException extends RuntimeException {

    public UnreadableDocumentException(String message) {
        super(message);
    }
}
