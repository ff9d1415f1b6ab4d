package io.followthrough.sandbox;

/** Ends the handling of a call with a certain answer. */
class RefusedException extends RuntimeException {

    private final transient Answer answer;

    RefusedException(Answer answer) {
        super(answer.body(), null, false, false);
        this.answer = answer;
    }

    static RefusedException because(int status, String message) {
        return new RefusedException(Answer.error(status, message));
    }

    Answer answer() {
        return answer;
    }
}
