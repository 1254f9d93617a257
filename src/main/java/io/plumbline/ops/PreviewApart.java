package io.plumbline.ops;

import io.plumbline.config.Configuration;
import io.plumbline.config.Connection;
import io.plumbline.flow.Preview;
import io.plumbline.ops.console.PreviewMaker;
import io.plumbline.ops.start.ConnectorApplication;
import io.plumbline.ops.storage.DataFolder;
import io.plumbline.ops.storage.LiveCopy;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;

/** Makes a preview while the connector stays at work: in an application of its own, on a copy of its data. */
public record PreviewApart(Configuration configuration, Connection connection, DataSource data)
        implements PreviewMaker {

    @Override
    public Preview.Answer make() {
        try (LiveCopy copy = LiveCopy.of(data);
                ConfigurableApplicationContext context =
                        ConnectorApplication.apart(configuration, connection, DataFolder.settings(copy.folder()))) {
            return context.getBean(Preview.class).run(null, Optional.empty());
        }
    }
}
