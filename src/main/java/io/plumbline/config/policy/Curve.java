package io.plumbline.config.policy;

import java.util.List;

/**
 * Turns a measured x into a score: linear between its points, flat beyond both ends (model section 0).
 *
 * @param points at least one, x strictly ascending
 */
public record Curve(List<Point> points) {

    /** A point of a curve. */
    public record Point(double x, double y) {}

    public Curve {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("A curve needs at least one point");
        }
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i - 1).x() >= points.get(i).x()) {
                throw new IllegalArgumentException("The x of a curve's points ascend");
            }
        }
    }

    public double at(double x) {
        Point left = points.get(0);
        if (x <= left.x()) {
            return left.y();
        }
        for (int i = 1; i < points.size(); i++) {
            Point right = points.get(i);
            if (x <= right.x()) {
                return left.y() + (right.y() - left.y()) * (x - left.x()) / (right.x() - left.x());
            }
            left = right;
        }
        return left.y();
    }
}
