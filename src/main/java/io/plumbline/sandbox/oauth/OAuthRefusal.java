package io.plumbline.sandbox.oauth;

/** Ends a sign-in with the answer to give. */
final class OAuthRefusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient OAuthError error;

    OAuthRefusal(OAuthError error) {
        super(error.description());
        this.error = error;
    }

    OAuthError error() {
        return error;
    }
}
