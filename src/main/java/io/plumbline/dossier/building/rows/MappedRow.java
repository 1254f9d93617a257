package io.plumbline.dossier.building.rows;

import io.plumbline.config.mapping.Fact;
import io.plumbline.config.mapping.MappedField;
import io.plumbline.config.mapping.Mapping;
import io.plumbline.config.mapping.Source;
import io.plumbline.config.mapping.SourceName;
import io.plumbline.config.mapping.Translation;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.FieldValue;
import io.plumbline.crm.FiscalYear;
import io.plumbline.crm.RecordId;
import io.plumbline.dossier.CalendarDate;
import io.plumbline.mirror.MirrorRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A mirrored row read by facts instead of fields: translated, and with the org's calendar days. */
public record MappedRow(MirrorRow row, Mapping mapping, OrgCalendar calendar) {

    /** For sources that speak of no fiscal years. */
    public MappedRow(MirrorRow row, Mapping mapping, ZoneId zone) {
        this(row, mapping, OrgCalendar.of(zone, FiscalYear.CALENDAR));
    }

    /** The row's own Id. */
    public String id() {
        return row.id().value();
    }

    /** The value of a fact; empty when it is not mapped, was not shown, or holds nothing. */
    public Optional<FieldValue> value(Fact fact) {
        return mapping.mapped(fact).flatMap(this::value);
    }

    public Optional<FieldValue> value(FieldName field, Translation translation) {
        Optional<FieldValue> value =
                row.record().value(field).map(translation::apply).filter(found -> !found.isEmpty());
        return translation instanceof Translation.FiscalDay day
                ? value.flatMap(name -> calendar.day(name, day)).map(FieldValue::day)
                : value;
    }

    /** Whether the mapping names a field for a fact. */
    public boolean isMapped(Fact fact) {
        return mapping.field(fact).isPresent();
    }

    /** Whether the field of a fact was read at all; when not, what it would say is unknown (trap I1). */
    public boolean wasRead(Fact fact) {
        return mapping.field(fact).filter(row.record().fields()::containsKey).isPresent();
    }

    @Nullable
    public String text(Fact fact) {
        return value(fact).map(FieldValue::toString).orElse(null);
    }

    /** A reference in its one form of 18 characters. */
    @Nullable
    public String reference(Fact fact) {
        return value(fact)
                .map(FieldValue::toString)
                .filter(RecordId::isId)
                .map(text -> RecordId.of(text).value())
                .orElse(null);
    }

    public boolean isSet(Fact fact) {
        return Boolean.TRUE.equals(flag(fact));
    }

    @Nullable
    public Boolean flag(Fact fact) {
        return value(fact)
                .map(value ->
                        value instanceof FieldValue.Flag flag ? flag.set() : Boolean.parseBoolean(value.toString()))
                .orElse(null);
    }

    public Optional<BigDecimal> decimal(Fact fact) {
        return value(fact).flatMap(MappedRow::decimal);
    }

    @Nullable
    public Double number(Fact fact) {
        return decimal(fact).map(BigDecimal::doubleValue).orElse(null);
    }

    @Nullable
    public LocalDate day(Fact fact) {
        return value(fact).flatMap(value -> day(value, calendar.zone())).orElse(null);
    }

    public static Optional<BigDecimal> decimal(FieldValue value) {
        return value instanceof FieldValue.Decimal decimal ? Optional.of(decimal.number()) : Optional.empty();
    }

    /** A moment belongs to the day that it is in the org (trap H5); a date is the same day everywhere (trap H1). */
    public static Optional<LocalDate> day(FieldValue value, ZoneId zone) {
        return switch (value) {
            case FieldValue.Day day -> Optional.of(day.date());
            case FieldValue.Moment moment ->
                Optional.of(moment.instant().atZone(zone).toLocalDate());
            case FieldValue.Text text -> Optional.ofNullable(CalendarDate.read(text.text()));
            case FieldValue.Decimal decimal -> Optional.empty();
            case FieldValue.Flag flag -> Optional.empty();
            case FieldValue.Empty empty -> Optional.empty();
        };
    }

    /** Everything that the source maps, under its keys, as the entries of a plan need it. */
    public Map<String, @Nullable Object> fields(SourceName source) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (Map.Entry<String, MappedField> mapped :
                mapping.source(source).map(Source::fields).orElse(Map.of()).entrySet()) {
            value(mapped.getValue()).ifPresent(value -> fields.put(mapped.getKey(), plain(value)));
        }
        fields.put("id", id());
        return fields;
    }

    private Optional<FieldValue> value(MappedField mapped) {
        return value(mapped.field(), mapped.translation());
    }

    @Nullable
    public Object plain(FieldValue value) {
        return switch (value) {
            // Ids come in 18 characters; a word of 15 letters is a word (trap E11).
            case FieldValue.Text text -> text.text();
            case FieldValue.Decimal decimal -> decimal.number();
            case FieldValue.Flag flag -> flag.set();
            case FieldValue.Day day -> day.date();
            case FieldValue.Moment moment ->
                moment.instant().atZone(calendar.zone()).toLocalDate();
            case FieldValue.Empty empty -> null;
        };
    }
}
