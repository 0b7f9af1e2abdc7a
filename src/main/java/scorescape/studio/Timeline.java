package scorescape.studio;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import scorescape.figure.Theme;
import scorescape.figure.plot.RunQuantity;
import scorescape.studio.PictureWorker.Picture;
import scorescape.text.Texts;

/// The film's controls: buttons, the stages of the told step, a scrubber over the steps from noise to data, and under it the
/// curve of one quantity along the run.
final class Timeline extends VBox {

    /// Room at the ends of the track: for the chooser of the curve and the numbers of its axis, and for a word.
    private static final double LEFT = 118;
    private static final double RIGHT = 62;

    /// In a narrower window the stages need all of the room beside the buttons.
    private static final double ROOM_FOR_SPEED = 940;

    private final Playback playback;
    private final Scrubber scrubber;
    private final StripView strip;
    private final MenuButton chooser = new MenuButton();
    private final StackPane under;

    /// @param status the line at the foot
    /// @param failed told on the JavaFX thread when the curve cannot be made
    Timeline(Playback playback, Commands commands, StatusLine status, Consumer<RuntimeException> failed) {
        this.playback = playback;
        scrubber = new Scrubber(playback);
        strip = new StripView(playback, failed);
        under = new StackPane(strip, chooser);
        getStyleClass().add("timeline");

        Node loop = commands.loop.choiceButton(MaterialDesignR.REPEAT, playback.loopingProperty());
        Node speeds = speeds();
        // The menu and the keys do what they do as well.
        for (Node node : List.of(loop, speeds)) {
            node.managedProperty().bind(node.visibleProperty());
            node.visibleProperty().bind(widthProperty().greaterThanOrEqualTo(ROOM_FOR_SPEED));
        }
        var buttons = new HBox(commands.stepBack.iconButton(MaterialDesignC.CHEVRON_DOUBLE_LEFT),
                commands.stageBack.iconButton(MaterialDesignC.CHEVRON_LEFT), playButton(commands.play),
                commands.stageForward.iconButton(MaterialDesignC.CHEVRON_RIGHT),
                commands.stepForward.iconButton(MaterialDesignC.CHEVRON_DOUBLE_RIGHT),
                loop, speeds);
        buttons.getStyleClass().add("transport");
        buttons.setAlignment(Pos.CENTER_LEFT);
        var pills = new StagePills(playback);
        HBox.setHgrow(pills, Priority.ALWAYS);
        var controls = new HBox(buttons, pills);
        controls.getStyleClass().add("timeline-controls");
        controls.setAlignment(Pos.CENTER_LEFT);

        HBox.setHgrow(scrubber, Priority.ALWAYS);
        var track = new HBox(end(Texts.text("timeline.noise"), LEFT, Pos.CENTER_RIGHT), scrubber,
                end(Texts.text("timeline.data"), RIGHT, Pos.CENTER_LEFT));
        track.setAlignment(Pos.CENTER);
        buildChooser();
        getChildren().addAll(controls, track, under, status);

        strip.scrubWith(place -> scrubber.scrub(place, false));
        strip.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> playback.hold(true));
        strip.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> playback.hold(false));
        scrubber.boundsInParentProperty().subscribe(bounds -> strip.align(bounds.getMinX() + scrubber.left(),
                bounds.getMaxX() - scrubber.left()));
    }

    ObjectProperty<Theme> themeProperty() {
        return strip.themeProperty();
    }

    /// Shows the run of a picture that has come into view.
    void follow(@Nullable Picture picture) {
        strip.follow(picture);
    }

    /// Whether the curve is there, or the ticks alone.
    void showCurve(boolean show) {
        strip.showCurve(show);
        chooser.setVisible(show);
        chooser.setManaged(show);
    }

    void close() {
        strip.close();
    }

    private static Label end(String text, double width, Pos position) {
        Label label = new Label(text);
        label.getStyleClass().addAll("faint", "track-end");
        label.setMinWidth(width);
        label.setAlignment(position);
        return label;
    }

    private Button playButton(Command play) {
        Button button = play.iconButton(MaterialDesignP.PLAY);
        button.getStyleClass().add("play-button");
        FontIcon icon = (FontIcon) button.getGraphic();
        icon.iconCodeProperty()
                .bind(Bindings.when(playback.playingProperty())
                        .then(MaterialDesignP.PAUSE)
                        .otherwise(MaterialDesignP.PLAY));
        return button;
    }

    private Node speeds() {
        var speeds = new MenuButton();
        speeds.setId("speed");
        speeds.getStyleClass().addAll("icon-button", "flat-menu");
        speeds.setMinWidth(Region.USE_PREF_SIZE);
        speeds.setTooltip(new Tooltip(Texts.text("timeline.speeds.help")));
        speeds.setAccessibleHelp(Texts.text("timeline.speeds.use"));
        var group = new ToggleGroup();
        for (double speed : Playback.SPEEDS) {
            var item = new RadioMenuItem(text(speed));
            item.setToggleGroup(group);
            item.setOnAction(_ -> playback.setSpeed(speed));
            playback.speedProperty().subscribe(now -> item.setSelected(now.doubleValue() == speed));
            speeds.getItems().add(item);
        }
        playback.speedProperty().subscribe(now -> {
            speeds.setText(text(now.doubleValue()));
            speeds.setAccessibleText(Texts.text("timeline.speeds.name", speeds.getText()));
        });
        return speeds;
    }

    private static String text(double speed) {
        return speed == 0.25
                ? "¼×"
                : speed == 0.5 ? "½×" : String.format(Locale.ROOT, "%.0f×", speed);
    }

    private void buildChooser() {
        chooser.setId("strip-chooser");
        chooser.getStyleClass().addAll("icon-button", "flat-menu");
        chooser.setTooltip(new Tooltip(Texts.text("timeline.chooser.help")));
        chooser.setAccessibleHelp(Texts.text("timeline.chooser.use"));
        StackPane.setAlignment(chooser, Pos.TOP_LEFT);
        var group = new ToggleGroup();
        for (RunQuantity quantity : RunQuantity.values()) {
            var item = new RadioMenuItem(quantity.title() + "   " + quantity.help());
            item.setId("strip-" + quantity.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            item.setToggleGroup(group);
            item.setOnAction(_ -> strip.quantityProperty().set(quantity));
            strip.quantityProperty().subscribe(now -> item.setSelected(now == quantity));
            chooser.getItems().add(item);
        }
        strip.quantityProperty().subscribe(now -> {
            chooser.setText(now.title());
            chooser.setAccessibleText(Texts.text("timeline.chooser.name", now.title()));
        });
    }
}
