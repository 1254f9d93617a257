import LOCALE from "@salesforce/i18n/locale";

/** A day such as 2026-11-22 in the words of the person who looks. A day has no time zone, so it is written as it stands. */
export function inWords(day) {
    const parsed = new Date(day);
    return Number.isNaN(parsed.getTime())
        ? day
        : new Intl.DateTimeFormat(LOCALE, { dateStyle: "medium", timeZone: "UTC" }).format(parsed);
}
