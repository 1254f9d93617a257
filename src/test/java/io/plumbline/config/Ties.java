package io.plumbline.config;

import io.plumbline.config.mapping.Mapping;
import io.plumbline.config.yaml.ConfigurationException;
import io.plumbline.config.yaml.YamlFile;
import io.plumbline.crm.FieldName;
import io.plumbline.crm.ObjectName;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A project in memory: the text of every place that names our fields, and the fields that it names, as
 * {@code Object.Field__c}. A copy in which one text is another is made of the parts that stay.
 */
record Ties(Map<Place, String> texts, Map<Place, Set<String>> names, FieldFiles files) {

    /** Where fields of ours are named. */
    enum Place {
        /** All field files, each after a line that says its object. */
        METADATA,
        /** What the sandbox read from the metadata: a line for each field. */
        SANDBOX,
        INTEGRATION,
        SAM,
        LEADER,
        ADMIN,
        MAPPING,
        /** What the card reads. */
        CARD,
        /** What leaders can put into reports. */
        REPORT_TYPE,
        /** All German texts of fields, each file after a line that says its object. */
        GERMAN,
        /** The parts of the detail as they are written: {@code Detail.part}. */
        DETAIL,
        /** The parts of the detail as the card reads them. */
        DETAIL_IN_CARD
    }

    private static final Pattern GRANT = Pattern.compile(
            "<editable>(true|false)</editable>\\s*<field>(\\w+\\.\\w+__c)</field>\\s*<readable>true</readable>");
    private static final Pattern IMPORT = Pattern.compile("@salesforce/schema/(\\w+\\.\\w+)");
    private static final Pattern COLUMN =
            Pattern.compile("<field>(\\w+__c)</field>\\s*<table>(\\w+)</table>", Pattern.DOTALL);
    private static final Pattern LINE = Pattern.compile("(?m)^(\\w+\\.\\w+)$");
    private static final Pattern READ = Pattern.compile("\\bdetail\\.(\\w+)");

    /** The marker of a grant that lets write. */
    static final String EDIT = " edit";

    static Ties of(Map<Place, String> texts) {
        FieldFiles files = FieldFiles.of(texts.getOrDefault(Place.METADATA, ""));
        Ties ties = new Ties(new EnumMap<>(texts), new EnumMap<>(Place.class), files);
        texts.keySet().forEach(place -> ties.names.put(place, ties.read(place)));
        return ties;
    }

    /** The same with another text in one place. */
    Ties with(Place place, String text) {
        FieldFiles read = place == Place.METADATA ? FieldFiles.of(text) : files;
        Ties copy = new Ties(new EnumMap<>(texts), new EnumMap<>(names), read);
        copy.texts.put(place, text);
        copy.names.put(place, copy.read(place));
        return copy;
    }

    Set<String> in(Place place) {
        return names.getOrDefault(place, Set.of());
    }

    String text(Place place) {
        return texts.getOrDefault(place, "");
    }

    private Set<String> read(Place place) {
        String text = text(place);
        return switch (place) {
            case METADATA -> files.names();
            case INTEGRATION, SAM, LEADER, ADMIN -> granted(text);
            case MAPPING -> mapped(text);
            case CARD -> found(IMPORT, text, match -> match.group(1));
            case REPORT_TYPE -> found(COLUMN, text, match -> match.group(2) + "." + match.group(1));
            case GERMAN -> german(text);
            case SANDBOX, DETAIL -> found(LINE, text, match -> match.group(1));
            case DETAIL_IN_CARD -> found(READ, text, match -> "Detail." + match.group(1));
        };
    }

    private static Set<String> granted(String text) {
        Set<String> granted = new TreeSet<>();
        GRANT.matcher(text).results().forEach(match -> {
            granted.add(match.group(2));
            if (match.group(1).equals("true")) {
                granted.add(match.group(2) + EDIT);
            }
        });
        return granted;
    }

    private static Set<String> german(String text) {
        Set<String> fields = new TreeSet<>();
        for (String file : text.split(FieldFiles.OBJECT)) {
            String object = file.lines().findFirst().orElse("");
            Pattern.compile("<help>[^<]+</help>\\s*<label>[^<]+</label>\\s*<name>(\\w+)</name>")
                    .matcher(file)
                    .results()
                    .forEach(match -> fields.add(object + "." + match.group(1)));
        }
        return fields;
    }

    /** @return nothing at all when the mapping is refused, which is a check of its own */
    private Set<String> mapped(String text) {
        Set<String> fields = new TreeSet<>();
        try {
            YamlFile file = YamlFile.parse("mapping.yaml", text);
            Mapping mapping = Mapping.read(file);
            file.refuseProblems();
            mapping.sources()
                    .values()
                    .forEach(source -> source.read().forEach(field -> fields.addAll(along(source.object(), field))));
            mapping.accountFacts().forEach(fact -> {
                fields.addAll(along(ObjectName.of("Account"), fact.value()));
                fact.date().ifPresent(date -> fields.addAll(along(ObjectName.of("Account"), date)));
            });
            mapping.results().values().forEach(result -> fields.add("Account." + result.field() + EDIT));
            fields.add("Task." + mapping.taskKey() + EDIT);
        } catch (ConfigurationException refused) {
            return Set.of();
        }
        return fields.stream()
                .filter(name -> name.substring(name.indexOf('.')).contains("__"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The fields along a path: {@code Plan__r.Account__c} of a section names the lookup and the field of the plan. */
    private Set<String> along(ObjectName object, FieldName path) {
        Set<String> fields = new TreeSet<>();
        String at = object.value();
        List<String> steps = path.steps();
        for (String step : steps.subList(0, steps.size() - 1)) {
            String field = step.replaceAll("__r$", "__c");
            fields.add(at + "." + field);
            at = files.referenceOf(at + "." + field).orElse(at + "." + step);
        }
        fields.add(at + "." + steps.getLast());
        return fields;
    }

    private static Set<String> found(
            Pattern pattern, String text, java.util.function.Function<MatchResult, String> name) {
        return pattern.matcher(text).results().map(name).collect(Collectors.toCollection(TreeSet::new));
    }
}
