package io.gatehouse.testkit.product;

/** The product did not do what was asked; the message is for the person who started the program. */
public final class ProductFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what failed and where to look. */
    public ProductFailure(String message) {
        super(message);
    }
}
