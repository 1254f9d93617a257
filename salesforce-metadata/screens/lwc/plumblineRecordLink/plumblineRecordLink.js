import { LightningElement, api } from "lwc";
import { NavigationMixin } from "lightning/navigation";

/** A link to a record that works in Lightning and in the mobile app. */
export default class PlumblineRecordLink extends NavigationMixin(LightningElement) {
    @api recordId;
    @api label;
    /** What the record has to do with it, for people who hear the link without the line above it. */
    @api description;
    url = "#";

    get fullLabel() {
        return this.description ? `${this.label}: ${this.description}` : this.label;
    }

    get page() {
        return { type: "standard__recordPage", attributes: { recordId: this.recordId, actionName: "view" } };
    }

    async connectedCallback() {
        this.url = await this[NavigationMixin.GenerateUrl](this.page);
    }

    handleClick(event) {
        event.preventDefault();
        this[NavigationMixin.Navigate](this.page);
    }
}
