package io.plumbline.ops.start;

import io.plumbline.flow.Preview;
import io.plumbline.ops.console.PreviewMaker;
import io.plumbline.ops.storage.DataFolder;
import io.plumbline.ops.storage.LiveCopy;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Makes a preview while the connector stays at work: in an application of its own, on a copy of its data.
 *
 * @param data of the connector
 * @param application starts another one, given what Spring must know of its database
 */
record PreviewApart(DataSource data, Function<Map<String, Object>, ConfigurableApplicationContext> application)
        implements PreviewMaker {

    @Override
    public Preview.Answer make() {
        try (LiveCopy copy = LiveCopy.of(data);
                ConfigurableApplicationContext context = application.apply(DataFolder.settings(copy.folder()))) {
            return context.getBean(Preview.class).run(null, Optional.empty());
        }
    }
}
