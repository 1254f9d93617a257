package io.plumbline.salesforce.soap.page;

/**
 * A field's element as it is written in records.
 *
 * @param empty the whole element of a field that holds nothing
 * @param slot of the field it is; negative for what nobody asked for
 */
record Element(Tag open, Tag close, Tag empty, int slot) {

    static Element of(String name, int slot) {
        return new Element(
                Tag.of("<" + name + ">"), Tag.of("</" + name + ">"), Tag.of("<" + name + " xsi:nil=\"true\"/>"), slot);
    }
}
