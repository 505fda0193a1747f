/* SPDX-License-Identifier: Apache-2.0 */
package org.bayestrex.examples;

/** The classes of Fashion-MNIST by name. */
final class Garments {

    static final int T_SHIRT = 0;
    static final int TROUSER = 1;
    static final int PULLOVER = 2;
    static final int DRESS = 3;
    static final int COAT = 4;
    static final int SHIRT = 6;
    static final int BAG = 8;

    private Garments() {}
}
