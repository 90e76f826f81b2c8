namespace Sweet.Domain.Pictures;

/// <summary>A picture as pages show it: the same photo in several widths. What was uploaded is not kept.</summary>
public sealed class Picture
{
    /// <summary>Of its hash: 20 bytes, in hexadecimal.</summary>
    public const int HashLength = 40;

    /// <summary>Of a portrait on a page, and for screens that are finer.</summary>
    public static readonly IReadOnlyList<int> Widths = [96, 192, 384];

    private readonly List<PictureFile> files = [];

    private Picture()
    {
    }

    /// <param name="hash">Of the bytes that were uploaded: the same photo is one picture.</param>
    public Picture(string hash, int width, int height, IEnumerable<PictureFile> files, DateTime nowUtc)
    {
        Hash = hash;
        Width = width;
        Height = height;
        this.files.AddRange(files);
        AddedAtUtc = nowUtc;
    }

    public string Hash { get; private set; } = "";

    /// <summary>Of the upload, upright.</summary>
    public int Width { get; private set; }

    public int Height { get; private set; }

    public DateTime AddedAtUtc { get; private set; }

    public IReadOnlyList<PictureFile> Files => files;

    public PictureSize Size => new(Hash, Width, Height);

    public HistoryEntry Added(Actor by, DateTime nowUtc) => new($"Picture {Hash[..8]}", from: null, "Added", by, nowUtc);
}

/// <summary>What a page needs to know of a picture to show it.</summary>
public sealed record PictureSize(string Hash, int Width, int Height)
{
    /// <summary>Each width that a photo is not blown up for.</summary>
    public IEnumerable<int> Widths => Picture.Widths.Where(width => width <= Width);

    public int HeightAt(int width) => Math.Max(1, (int)Math.Round((double)Height * width / Width));

    public string AddressOf(int width, PictureKind kind) => PictureFile.AddressOf(Hash, width, kind);

    /// <summary>"/pictures/…-96.webp 96w, …": the browser takes the one that fits its screen.</summary>
    public string SourcesOf(PictureKind kind) => string.Join(", ", Widths.Select(width => $"{AddressOf(width, kind)} {width}w"));
}
