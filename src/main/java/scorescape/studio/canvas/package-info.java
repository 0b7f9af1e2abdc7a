/// Placing and editing the data by hand: what the mouse and the keys do on the picture.
///
/// From the bottom up. [Affine] moves, turns and stretches; [Shapes] says what that does to each kind of component, what a
/// click hits and which outline is shown. [Box] is a turned rectangle that is dragged by its sides, [Handles] are those of a
/// component. [Snapper] finds the coordinates that a pointer is drawn to, [Alignment] lines several items up, [Cameras] pan
/// and zoom.
///
/// [Selection] is which items are selected, and which class new ones join; it follows the document. [Editor] does what a
/// menu can say: delete, copy, group, change the class. All edits go through the store, where each gesture is one step.
///
/// [CanvasGestures] turns presses, drags and releases into edits, one [Tool] at a time: each begins a [Gesture], which
/// knows what drag and click do. They know no toolkit, so gestures are tested without a window. [CanvasView] is the pane
/// above the picture: it passes events on and draws handles, outlines and guides as JavaFX nodes. Nothing here computes a
/// picture.
@NullMarked
package scorescape.studio.canvas;

import org.jspecify.annotations.NullMarked;
