package scorescape.text;

import java.util.Enumeration;
import java.util.ResourceBundle;

/// A pseudo-language: English with brackets around each text, so that whatever is shown without them was never asked for
/// here. A program that is started with `-Duser.language=qps` finds it by its name.
public final class messages_qps extends ResourceBundle {

    @Override
    protected Object handleGetObject(String key) {
        return "«" + parent.getString(key) + "»";
    }

    @Override
    public Enumeration<String> getKeys() {
        return parent.getKeys();
    }
}
