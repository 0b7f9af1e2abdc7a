package scorescape.studio;

import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// Shows all of the window larger or smaller. Text and lines stay sharp, since they are drawn at their final size.
final class ScaledRoot extends Region {

    private final Region content;
    private final Scale scale = new Scale(1, 1, 0, 0);

    ScaledRoot(Region content) {
        this.content = content;
        content.getTransforms().add(scale);
        getChildren().add(content);
    }

    void setScale(double factor) {
        scale.setX(factor);
        scale.setY(factor);
        requestLayout();
    }

    double scale() {
        return scale.getX();
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth() / scale.getX(), getHeight() / scale.getY());
    }
}
