using Microsoft.AspNetCore.Http.Metadata;

namespace Sweet.Web.Hosting;

/// <summary>On the one kind of action whose form may carry files, and may be larger than other forms.</summary>
/// <param name="bytes">Of the whole form.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TakesFilesAttribute(long bytes) : Attribute, IRequestSizeLimitMetadata
{
    public long Bytes => bytes;

    long? IRequestSizeLimitMetadata.MaxRequestBodySize => bytes;
}
