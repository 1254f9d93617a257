package io.plumbline.sandbox.seed.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pools of phrases by subject ({@code prose.txt}), with names in braces that each account fills with its own words. */
final class Prose {

    private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");

    private final Map<String, List<String>> pools;

    private Prose(Map<String, List<String>> pools) {
        this.pools = pools;
    }

    static Prose read() {
        Map<String, List<String>> pools = new LinkedHashMap<>();
        List<String> pool = new ArrayList<>();
        for (String line : Resource.text("prose.txt").lines().toList()) {
            if (line.startsWith("[")) {
                pool = pools.computeIfAbsent(line.substring(1, line.length() - 1), name -> new ArrayList<>());
            } else if (!line.isBlank()) {
                pool.add(line);
            }
        }
        return new Prose(pools);
    }

    /** This many different phrases of the pool in a random order, their slots filled. */
    List<String> phrases(String pool, int count, Random random, Map<String, String> words) {
        List<String> phrases = new ArrayList<>(pool(pool));
        Collections.shuffle(phrases, random);
        return phrases.subList(0, Math.min(count, phrases.size())).stream()
                .map(phrase -> fill(phrase, random, words))
                .toList();
    }

    /** One phrase of the pool. */
    String phrase(String pool, Random random, Map<String, String> words) {
        List<String> phrases = pool(pool);
        return fill(phrases.get(random.nextInt(phrases.size())), random, words);
    }

    private List<String> pool(String name) {
        return Objects.requireNonNull(pools.get(name), () -> "prose.txt has no [" + name + "]");
    }

    private static String fill(String phrase, Random random, Map<String, String> words) {
        return SLOT.matcher(phrase)
                .replaceAll(slot -> Matcher.quoteReplacement(
                        switch (slot.group(1)) {
                            case "n" -> String.valueOf(6 + random.nextInt(34));
                            case "k" -> String.valueOf(2 + random.nextInt(4));
                            case "k2" -> String.valueOf(6 + random.nextInt(6));
                            case "m" -> String.valueOf(40 + 10 * random.nextInt(30));
                            case "n90" -> String.valueOf(82 + random.nextInt(12));
                            default ->
                                Objects.requireNonNull(
                                        words.get(slot.group(1)), () -> "nothing to put for {" + slot.group(1) + "}");
                        }));
    }

    /** Texts that lie beside this class. */
    static final class Resource {

        private Resource() {}

        static String text(String name) {
            try (InputStream in = Objects.requireNonNull(Prose.class.getResourceAsStream(name), name)) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(name, e);
            }
        }
    }
}
