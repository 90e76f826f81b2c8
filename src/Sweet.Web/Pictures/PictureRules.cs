namespace Sweet.Web.Pictures;

/// <summary>What is taken in as a picture, and why something is not.</summary>
public static class PictureRules
{
    public const int MostBytes = 20 * 1024 * 1024;

    /// <summary>A file of a few kilobytes may unfold to gigabytes.</summary>
    public const long MostPixels = 50_000_000;

    /// <summary>Nothing is blown up.</summary>
    public const int LeastSide = 96;

    public const int MostTimesAsLong = 4;

    /// <summary>For the file field of a form; what counts is the content.</summary>
    public const string Accept = "image/jpeg,image/png,image/webp";

    public static string InWords(PictureRefusal refusal) => refusal switch
    {
        PictureRefusal.Empty => "The file is empty. Choose it again, or choose another",
        PictureRefusal.TooLarge => "The file has more than 20 MB. Save the picture smaller, and choose it again",
        PictureRefusal.Drawing => "An SVG file can carry a script, so we don’t take it. Save the drawing as a PNG file",
        PictureRefusal.Animation => "A GIF file is not taken. Save the picture as a JPEG or PNG file",
        PictureRefusal.NotAPicture => "This is not a picture, whatever its name says. Choose a JPEG, PNG or WebP file",
        PictureRefusal.TooManyPixels => "The picture has more than 50 megapixels. Save it smaller, and choose it again",
        PictureRefusal.TooLong => "The picture is too long for its width: cut it to less than four times as long as wide",
        PictureRefusal.TooSmall => "The picture is too small: it needs 96 pixels each way. Choose a larger one",
        _ => "The picture is damaged: part of it is missing. Open it, save it again, and choose it again",
    };
}

public enum PictureRefusal
{
    Empty,
    TooLarge,
    Drawing,
    Animation,
    NotAPicture,
    TooManyPixels,
    TooSmall,

    /// <summary>A strip: no format holds it at every width.</summary>
    TooLong,
    Damaged,
}
