/// The window: the picture in the middle, the settings of the run beside it, the film below.
///
/// [Studio] opens it, [StudioWindow] puts its panes together. Panes hold no document: they subscribe to the
/// `DocumentStore`, show what it holds and send it edits. Where the film is and whether it runs is the state of the view,
/// in [Playback]; [Command] says once what the user can do, for menu, button and key.
///
/// The way from a change to the screen: [PictureView] asks [PictureWorker], whose thread computes and paints the newest
/// picture on one of three [PixelSheet]s; the JavaFX thread only swaps the finished one into view. [StateHandle] is what the
/// mouse grabs to drag `x_t`. [SceneDesk] opens and saves files on a thread of its own.
///
/// What the mouse does to the data is in `scorescape.studio.canvas`; [CanvasCommands] gives it names and keys, [DataPane] lists
/// the components, [SelectionPane] shows their numbers, [GalleryDialog] makes known data sets from [Recipe]s.
///
/// [CommandPalette] finds whatever the menu and the panes have: see [Findings].
@NullMarked
package scorescape.studio;

import org.jspecify.annotations.NullMarked;
