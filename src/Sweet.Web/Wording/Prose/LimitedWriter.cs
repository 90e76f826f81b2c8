using System.Text;

namespace Sweet.Web.Wording.Prose;

/// <summary>Keeps a short text from becoming a page of any size: one long address may be used a thousand times.</summary>
internal sealed class LimitedWriter(int mostLength) : StringWriter(new StringBuilder(), System.Globalization.CultureInfo.InvariantCulture)
{
    /// <exception cref="InvalidOperationException">More was written than fits.</exception>
    public override void Write(char value)
    {
        Make(room: 1);
        base.Write(value);
    }

    /// <inheritdoc cref="Write(char)"/>
    public override void Write(string? value)
    {
        Make(room: value?.Length ?? 0);
        base.Write(value);
    }

    /// <inheritdoc cref="Write(char)"/>
    public override void Write(char[] buffer, int index, int count)
    {
        Make(room: count);
        base.Write(buffer, index, count);
    }

    /// <inheritdoc cref="Write(char)"/>
    public override void Write(ReadOnlySpan<char> buffer)
    {
        Make(room: buffer.Length);
        base.Write(buffer);
    }

    private void Make(int room)
    {
        if (GetStringBuilder().Length + room > mostLength) throw new InvalidOperationException("The text does not fit.");
    }
}
