package io.plumbline.config.yaml;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Refuses what no configuration file needs: a key given twice, a key that is no word, an alias that holds itself or explodes. */
final class YamlShape {

    private static final int MAX_NODES = 200_000;

    private final YamlFile file;
    private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private int nodes;

    private YamlShape(YamlFile file) {
        this.file = file;
    }

    static void check(Node root, YamlFile file) {
        new YamlShape(file).walk(root);
    }

    private void walk(Node node) {
        if (++nodes == MAX_NODES) {
            file.problem(line(node), "its aliases unfold to more than " + MAX_NODES + " values; write them out");
        }
        if (nodes >= MAX_NODES) {
            return;
        }
        if (!open.add(node)) {
            file.problem(line(node), "an alias stands inside the value that it names");
            return;
        }
        switch (node) {
            case MappingNode mapping -> walkMap(mapping);
            case SequenceNode sequence -> sequence.getValue().forEach(this::walk);
            default -> {}
        }
        open.remove(node);
    }

    private void walkMap(MappingNode mapping) {
        Set<String> keys = new HashSet<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                if (!keys.add(key.getValue())) {
                    file.problem(line(key), "'" + key.getValue() + "' is given twice; keep one of them");
                }
            } else {
                file.problem(line(tuple.getKeyNode()), "a key is to be a word or a number");
            }
            walk(tuple.getValueNode());
        }
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
