package scorescape.export.gif;

/// The frames of a film, painted on request and in any order.
///
/// An encoder that needs two passes asks for each frame twice and must get the same pixels both times.
public interface FrameSource {

    int width();

    int height();

    /// How many frames there are, at least one.
    int frames();

    /// How often the film is played: 0 for without end.
    default int plays() {
        return 0;
    }

    /// Whether pixels may be left out, so that what lies behind the film is seen there.
    default boolean transparent() {
        return false;
    }

    /// How long a frame is shown, in hundredths of a second.
    int delayCentiseconds(int frame);

    /// Paints a frame.
    ///
    /// @param argb receives `width × height` pixels, row by row from the top left. The alpha bits are ignored, except
    /// in a transparent film, where a pixel with less than half of the highest alpha is left out
    void paint(int frame, int[] argb);
}
