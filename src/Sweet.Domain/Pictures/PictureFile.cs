namespace Sweet.Domain.Pictures;

public enum PictureKind
{
    Webp,
    Jpeg,
}

/// <summary>A picture in one width and one format.</summary>
public sealed class PictureFile
{
    public const int NameMaxLength = 60;

    private PictureFile()
    {
    }

    public PictureFile(string hash, int width, PictureKind kind, byte[] bytes)
    {
        Name = NameOf(hash, width, kind);
        Kind = kind;
        Bytes = bytes;
    }

    /// <summary>The last part of its address; never another file under the same name.</summary>
    public string Name { get; private set; } = "";

    public string PictureHash { get; private set; } = "";

    public PictureKind Kind { get; private set; }

    public byte[] Bytes { get; private set; } = [];

    public static string AddressOf(string hash, int width, PictureKind kind) => $"/pictures/{NameOf(hash, width, kind)}";

    public static string NameOf(string hash, int width, PictureKind kind) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{hash}-{width}.{(kind == PictureKind.Webp ? "webp" : "jpg")}");
}
