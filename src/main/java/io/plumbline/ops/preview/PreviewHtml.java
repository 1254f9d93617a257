package io.plumbline.ops.preview;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Draws the pages. Each is one file with everything in it: no script, no font, no picture from elsewhere. */
public final class PreviewHtml {

    private static final String STYLE = "templates/preview.css";

    private final SpringTemplateEngine engine;

    public PreviewHtml() {
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver(PreviewHtml.class.getClassLoader());
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        templates.setTemplateMode(TemplateMode.HTML);
        templates.setCharacterEncoding(StandardCharsets.UTF_8.name());
        engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
    }

    public String report(ReportPage page) {
        return drawn("preview-report", page);
    }

    public String comparison(ComparisonPage page) {
        return drawn("preview-comparison", page);
    }

    private String drawn(String template, Object page) {
        Context context = new Context(Locale.ROOT);
        context.setVariable("page", page);
        context.setVariable("style", style());
        return engine.process(template, context);
    }

    private static String style() {
        try (InputStream style =
                Objects.requireNonNull(PreviewHtml.class.getClassLoader().getResourceAsStream(STYLE))) {
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
