package io.plumbline.ops.storage;

import io.plumbline.config.DatabaseAddress;
import java.util.HashMap;
import java.util.Map;

/**
 * A database that the environment names. Nobody is kept out of it and no folder is needed: its instances share orgs by
 * lease (trap K3).
 */
record SharedDatabase(DatabaseAddress address) implements DataPlace {

    @Override
    public Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("spring.datasource.url", address.url());
        address.userName().ifPresent(user -> settings.put("spring.datasource.username", user));
        if (address.password() != null) {
            settings.put("spring.datasource.password", address.password().reveal());
        }
        return settings;
    }

    @Override
    public void close() {
        // Spring closes its connections.
    }
}
