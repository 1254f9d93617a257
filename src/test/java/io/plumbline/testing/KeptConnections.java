package io.plumbline.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Hands a connection out again that was given back, since PostgreSQL starts a process for each new one. Only the newest
 * databases keep theirs: the server has room for some hundred.
 */
final class KeptConnections extends DelegatingDataSource {

    private static final int DATABASES = 16;
    private static final Deque<KeptConnections> KEEPING = new ConcurrentLinkedDeque<>();

    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean keeping = true;

    private KeptConnections(DataSource database) {
        super(database);
    }

    static DataSource of(DataSource database) throws SQLException {
        KeptConnections kept = new KeptConnections(database);
        KEEPING.addFirst(kept);
        if (KEEPING.size() > DATABASES) {
            KEEPING.removeLast().letGo();
        }
        return kept;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection again = idle.pollFirst();
        return lent(again == null ? super.getConnection() : again);
    }

    private Connection lent(Connection connection) {
        boolean[] back = new boolean[1];
        return (Connection) Proxy.newProxyInstance(
                KeptConnections.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "close" -> {
                            if (!back[0]) {
                                back[0] = true;
                                takeBack(connection);
                            }
                            return null;
                        }
                        case "isClosed" -> {
                            return back[0] || connection.isClosed();
                        }
                        default -> {
                            try {
                                return method.invoke(connection, arguments);
                            } catch (InvocationTargetException failed) {
                                throw failed.getCause();
                            }
                        }
                    }
                });
    }

    private void takeBack(Connection connection) throws SQLException {
        if (!keeping || connection.isClosed()) {
            connection.close();
            return;
        }
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        idle.addFirst(connection);
    }

    private void letGo() throws SQLException {
        keeping = false;
        for (Connection unused = idle.pollFirst(); unused != null; unused = idle.pollFirst()) {
            unused.close();
        }
    }
}
