using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using SkiaSharp;

namespace Sweet.Web.Tests.Stories.Cohorts;

/// <summary>Files as people choose them, and as somebody makes them who means no good.</summary>
internal static class SomePictures
{
    public static readonly byte[] Gif = [.. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 255, 255, 255, 0, 0, 0, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, .. "<script>alert(1)</script>"u8, 0x3B];

    public static readonly byte[] Svg = "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8.ToArray();

    public static readonly byte[] Text = "Just words, in a file that is called photo.jpg."u8.ToArray();

    /// <summary>The left half red, the right half blue.</summary>
    public static byte[] Photo(int width = 600, int height = 400, SKEncodedImageFormat format = SKEncodedImageFormat.Jpeg)
    {
        using var bitmap = new SKBitmap(width, height);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.Red);
        canvas.DrawRect(width / 2f, 0, width, height, new SKPaint { Color = SKColors.Blue });
        return bitmap.Encode(format, 90).ToArray();
    }

    /// <summary>As a camera writes it that was turned by a quarter, with where it was taken.</summary>
    public static byte[] TurnedPhoto()
    {
        byte[] tiff =
        [
            .. "MM"u8, 0, 42, 0, 0, 0, 8, 0, 2,
            0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0,
            0x01, 0x0E, 0, 2, 0, 0, 0, 20, 0, 0, 0, 38,
            0, 0, 0, 0, .. "Secret Street 12, NY"u8,
        ];
        byte[] body = [.. "Exif"u8, 0, 0, .. tiff];
        var photo = Photo();
        byte[] length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(body.Length + 2));
        return [.. photo[..2], 0xFF, 0xE1, .. length, .. body, .. photo[2..]];
    }

    /// <summary>Some kilobytes that unfold to ten billion pixels.</summary>
    public static byte[] Bomb()
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(new byte[1_000_000]);
        byte[] head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, 100_000);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), 100_000);
        (head[8], head[9]) = (8, 0);
        return [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Chunk("IHDR", head), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string name, byte[] data)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. data];
        byte[] length = new byte[4], sum = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(sum, Crc(named));
        return [.. length, .. named, .. sum];
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++) crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
        }

        return ~crc;
    }
}
