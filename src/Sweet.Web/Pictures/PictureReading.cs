using System.Security.Cryptography;
using System.Text;
using SkiaSharp;
using Sweet.Domain.Pictures;

namespace Sweet.Web.Pictures;

/// <summary>The bytes of a file become a picture, or say why not. The file's name and what it calls itself count for nothing.</summary>
internal static class PictureReading
{
    private const int HeadBytes = 1_024;
    private const int WebpQuality = 80;
    private const int JpegQuality = 82;

    private static readonly SKSamplingOptions Smooth = new(SKFilterMode.Linear, SKMipmapMode.Linear);

    public static (Picture? Picture, PictureRefusal? Refusal) Read(byte[] bytes, DateTime nowUtc)
    {
        if (bytes.Length == 0) return (null, PictureRefusal.Empty);
        if (bytes.Length > PictureRules.MostBytes) return (null, PictureRefusal.TooLarge);

        using var data = SKData.CreateCopy(bytes);
        using var codec = SKCodec.Create(data);
        if (RefusalOf(codec, bytes) is { } refusal) return (null, refusal);
        if (Decode(codec) is not { } decoded) return (null, PictureRefusal.Damaged);

        using (decoded)
        {
            using var upright = Orientation.Turn(decoded, codec.EncodedOrigin);
            var (width, height) = SizeOf(codec);
            var hash = Convert.ToHexStringLower(SHA256.HashData(bytes))[..Picture.HashLength];
            var files = new PictureSize(hash, width, height).Widths.SelectMany(w => Encode(upright, hash, w));
            return (new Picture(hash, width, height, [.. files], nowUtc), null);
        }
    }

    // By what stands in its head: nothing is unfolded yet.
    private static PictureRefusal? RefusalOf(SKCodec? codec, byte[] bytes)
    {
        if (codec is null && IsSvg(bytes)) return PictureRefusal.Drawing;
        if (codec is null) return IsCut(bytes) ? PictureRefusal.Damaged : PictureRefusal.NotAPicture;
        if (codec.EncodedFormat == SKEncodedImageFormat.Gif) return PictureRefusal.Animation;
        if (codec.EncodedFormat is not (SKEncodedImageFormat.Jpeg or SKEncodedImageFormat.Png or SKEncodedImageFormat.Webp))
            return PictureRefusal.NotAPicture;
        if ((long)codec.Info.Width * codec.Info.Height > PictureRules.MostPixels) return PictureRefusal.TooManyPixels;

        var (shorter, longer) = (Math.Min(codec.Info.Width, codec.Info.Height), Math.Max(codec.Info.Width, codec.Info.Height));
        if (shorter < PictureRules.LeastSide) return PictureRefusal.TooSmall;

        return longer > shorter * PictureRules.MostTimesAsLong ? PictureRefusal.TooLong : null;
    }

    private static bool IsSvg(byte[] bytes) =>
        Encoding.UTF8.GetString(bytes.AsSpan(0, Math.Min(HeadBytes, bytes.Length))).Contains("<svg", StringComparison.OrdinalIgnoreCase);

    // Begins as one of the three does, and ends before its size is told.
    private static bool IsCut(byte[] bytes) =>
        bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])
        || bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]) || bytes.AsSpan().StartsWith("RIFF"u8);

    /// <returns>Null where it is damaged. Not larger than needed, where the format can be read smaller.</returns>
    private static SKBitmap? Decode(SKCodec codec)
    {
        var enough = 2f * Picture.Widths[^1] / Math.Min(codec.Info.Width, codec.Info.Height);
        var size = codec.GetScaledDimensions(Math.Min(1, enough));
        var info = new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb());
        var bitmap = new SKBitmap(info);
        if (codec.GetPixels(info, bitmap.GetPixels()) == SKCodecResult.Success) return bitmap;

        bitmap.Dispose();
        return null;
    }

    private static (int Width, int Height) SizeOf(SKCodec codec) =>
        Orientation.Swaps(codec.EncodedOrigin) ? (codec.Info.Height, codec.Info.Width) : (codec.Info.Width, codec.Info.Height);

    // Written anew: where and when it was taken, and whatever hid behind the photo, is gone.
    private static IEnumerable<PictureFile> Encode(SKBitmap upright, string hash, int width)
    {
        var height = Math.Max(1, (int)Math.Round((double)upright.Height * width / upright.Width));
        var info = new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul, upright.ColorSpace);
        using var small = upright.Resize(info, Smooth);
        using var onWhite = new SKBitmap(info.WithAlphaType(SKAlphaType.Opaque));
        using var canvas = new SKCanvas(onWhite);
        canvas.Clear(SKColors.White);
        canvas.DrawBitmap(small, 0, 0);
        using var webp = small.Encode(SKEncodedImageFormat.Webp, WebpQuality);
        using var jpeg = onWhite.Encode(SKEncodedImageFormat.Jpeg, JpegQuality);
        return
        [
            new PictureFile(hash, width, PictureKind.Webp, webp.ToArray()),
            new PictureFile(hash, width, PictureKind.Jpeg, jpeg.ToArray()),
        ];
    }
}
