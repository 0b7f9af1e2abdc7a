package scorescape.export.gif;

/// The frames of a film, painted on request and in any order.
///
/// An encoder that needs two passes asks for each frame twice and must get the same pixels both times.
public interface FrameSource {

    int width();

    int height();

    /// How many frames there are, at least one.
    int frames();

    /// How long a frame is shown, in hundredths of a second.
    int delayCentiseconds(int frame);

    /// Paints a frame.
    ///
    /// @param argb receives `width × height` opaque pixels, row by row from the top left; the alpha bits are ignored
    void paint(int frame, int[] argb);
}
