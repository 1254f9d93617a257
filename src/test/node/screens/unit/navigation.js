/** Lightning's navigation: pages get addresses, and where somebody went is remembered. */
const GenerateUrl = Symbol("GenerateUrl");
const Navigate = Symbol("Navigate");

export const visited = [];

export const NavigationMixin = (Base) =>
    class extends Base {
        [GenerateUrl](page) {
            return Promise.resolve(`/lightning/r/${page.attributes.recordId}/view`);
        }

        [Navigate](page) {
            visited.push(page);
        }
    };
NavigationMixin.GenerateUrl = GenerateUrl;
NavigationMixin.Navigate = Navigate;
