package io.plumbline.extract;

import io.plumbline.config.Configuration;
import io.plumbline.mirror.Mirror;
import io.plumbline.salesforce.SalesforceOrg;
import io.plumbline.salesforce.SignIn;
import io.plumbline.salesforce.transport.BulkThresholds;
import io.plumbline.salesforce.transport.ChosenTransport;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.sql.Connection;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A process that reads an org and ends without a word at one of its transactions: before the n-th commit, when nothing of
 * it may be there later, or right after, when all of it must be.
 */
final class KilledReader {

    static final int KILLED = 99;

    /** As with the connector's pool: else H2 closes the file, and tidies it up, with every connection. */
    static final String OPEN = ";DB_CLOSE_DELAY=-1";

    private static final int NEVER = 0;

    private KilledReader() {}

    public static void main(String[] args) {
        JdbcDataSource file = new JdbcDataSource();
        file.setURL(args[0] + OPEN);
        read(
                new Killing(file, Integer.parseInt(args[4]), Boolean.parseBoolean(args[5])),
                new SignIn.ClientCredentials(URI.create(args[1]), args[2], args[3]));
    }

    /** How many transactions a reading has that nobody kills. */
    static int commits(DataSource database, SignIn signIn) {
        Killing counting = new Killing(database, NEVER, true);
        read(counting, signIn);
        return counting.commits.get();
    }

    private static void read(DataSource database, SignIn signIn) {
        Configuration shipped = Configuration.shipped();
        new Extraction(shipped.mapping(), shipped.connector(), new Mirror(database)).run(open(signIn));
    }

    /** The way a connector takes to an org. */
    static SalesforceOrg open(SignIn signIn) {
        return ChosenTransport.open(signIn, Optional.empty(), BulkThresholds.standard(), Clock.systemUTC());
    }

    private static final class Killing extends DelegatingDataSource {

        private final AtomicInteger commits = new AtomicInteger();
        private final int last;
        private final boolean before;

        Killing(DataSource target, int last, boolean before) {
            super(target);
            this.last = last;
            this.before = before;
        }

        @Override
        public Connection getConnection() {
            try {
                Connection connection = super.getConnection();
                return (Connection) Proxy.newProxyInstance(
                        Connection.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (proxy, method, arguments) -> call(connection, method, arguments));
            } catch (java.sql.SQLException refused) {
                throw new IllegalStateException(refused);
            }
        }

        private Object call(Connection connection, Method method, Object[] arguments) throws Throwable {
            boolean struck = method.getName().equals("commit") && commits.incrementAndGet() == last;
            if (struck && before) {
                Runtime.getRuntime().halt(KILLED);
            }
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            } finally {
                if (struck) {
                    Runtime.getRuntime().halt(KILLED);
                }
            }
        }
    }
}
