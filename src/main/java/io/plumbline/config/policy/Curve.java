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

    /** The score of x. */
    public double at(double x) {
        int end = end(x);
        Point right = points.get(Math.min(end, points.size() - 1));
        if (end == 0 || end == points.size()) {
            return right.y();
        }
        Point left = points.get(end - 1);
        return left.y() + (right.y() - left.y()) * (x - left.x()) / (right.x() - left.x());
    }

    /** The points between which x lies, or the one point beyond which it does. */
    public List<Point> segment(double x) {
        int end = end(x);
        if (end == 0 || end == points.size()) {
            return List.of(points.get(Math.min(end, points.size() - 1)));
        }
        return points.subList(end - 1, end + 1);
    }

    /** Where the segment of x ends: the first point at or right of it; 0 left of all, their number right of all. */
    private int end(double x) {
        int end = 0;
        while (end < points.size() && points.get(end).x() < x) {
            end++;
        }
        return end;
    }
}
