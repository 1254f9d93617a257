package io.plumbline.sandbox.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What sales operations deploys can be loaded into the sandbox, so that both always agree. */
class ShippedMetadataTest {

    private final SchemaReader.Deployed deployed = SchemaReader.read(Path.of("salesforce-metadata"), false);

    @Test
    void deploysWithoutAProblem() {
        assertThat(deployed.permissionSets()).containsKey("Plumbline_Integration");
        assertThat(deployed.schema().object("Account").orElseThrow().field("Plumbline_Health__c"))
                .get()
                .satisfies(field -> assertThat(field.type()).isEqualTo(FieldType.DOUBLE));
        assertThat(deployed.schema()
                        .object("Plumbline_Section__c")
                        .orElseThrow()
                        .relationship("Plan__r"))
                .isPresent();
    }
}
