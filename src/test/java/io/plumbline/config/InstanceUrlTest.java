package io.plumbline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.testing.Trap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstanceUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://acme.my.salesforce.com, https://acme.my.salesforce.com",
        "https://ACME.My.Salesforce.com/, https://acme.my.salesforce.com",
        "https://acme--uat.sandbox.my.salesforce.com, https://acme--uat.sandbox.my.salesforce.com",
        "https://acme.my.salesforce.com:443, https://acme.my.salesforce.com",
        "' https://acme.my.salesforce.com ', https://acme.my.salesforce.com",
        "https://login.salesforce.com, https://login.salesforce.com",
        "http://127.0.0.1:4711/, http://127.0.0.1:4711",
        "http://localhost:4711, http://localhost:4711",
        "http://[::1]:4711, http://[::1]:4711",
    })
    void acceptsAnOrgAndTheSandboxOfThisMachine(String text, String canonical) {
        assertThat(InstanceUrl.of(text)).hasToString(canonical);
    }

    /** Addresses that would carry credentials elsewhere. */
    @Trap("L4")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://acme.my.salesforce.com.evil.test",
                "https://evil.test/acme.my.salesforce.com",
                "https://evil.test?acme.my.salesforce.com",
                "https://evil.test#.my.salesforce.com",
                "https://acme.my.salesforce.com@evil.test",
                "https://evil.test\\@acme.my.salesforce.com",
                "https://evilmy.salesforce.com",
                "https://my.salesforce.com",
                "https://.my.salesforce.com",
                "https://acme.my.salesforce.com.",
                "https://acme..my.salesforce.com",
                "https://acme.my.salesforce.comevil.test",
                "https://acme-my-salesforce-com.evil.test",
                "https://acme.my.salesforce.com:8443",
                "https://acme.my.salesforce.com/services",
                "https://acme.my.salesforce.com/?a=b",
                "https://acme.my.salesforce.com/#a",
                "http://acme.my.salesforce.com",
                "ftp://acme.my.salesforce.com",
                "http://login.salesforce.com",
                "https://xlogin.salesforce.com",
                "https://acme.lightning.force.com",
                "https://acme.salesforce.com",
                "http://localhost.evil.test:80",
                "http://127.0.0.1.evil.test",
                "http://127.0.0.2",
                "http://0.0.0.0",
                "http://2130706433",
                "http://0x7f.1",
                "http://[::ffff:127.0.0.1]",
                "http://169.254.169.254",
                "http://10.0.0.1",
                "http://192.168.0.1",
                "http://localhost/evil",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "//acme.my.salesforce.com",
                "acme.my.salesforce.com",
                "https://acme.my.salesforce\u3002com",
                "https://acm\u0435.my.salesforce.com",
                "https://acme.my.salesforce.com\r\nHost: evil.test",
                "https:///",
                "https://",
                "",
            })
    void refusesEverythingElse(String text) {
        assertThatThrownBy(() -> InstanceUrl.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("My Domain");
    }

    @Trap("L1")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user:s3cret@acme.my.salesforce.com",
                "https://user:s3cret@",
                "https://user:s3cret@acme my.salesforce.com",
            })
    void neverShowsAPassword(String text) {
        assertThatThrownBy(() -> InstanceUrl.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void knowsLoginHostsAndThisMachine() {
        assertThat(InstanceUrl.of("https://test.salesforce.com").isLoginHost()).isTrue();
        assertThat(InstanceUrl.of("https://acme.my.salesforce.com").isLoginHost())
                .isFalse();
        assertThat(InstanceUrl.of("http://localhost:1").isLocal()).isTrue();
        assertThat(InstanceUrl.of("https://acme.my.salesforce.com").isLocal()).isFalse();
    }
}
