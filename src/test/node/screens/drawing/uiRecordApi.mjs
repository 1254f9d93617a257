/** Lightning's record service: it answers with the story on show. */
export function getFieldValue(data, field) {
    return data.fields[field.fieldApiName]?.value;
}

export class getRecord {
    constructor(receive) {
        this.receive = receive;
    }

    connect() {}

    disconnect() {}

    update() {
        const { error, fields } = globalThis.story;
        if (error) {
            this.receive({ data: undefined, error });
        } else if (fields) {
            this.receive({ data: { fields }, error: undefined });
        }
    }
}
