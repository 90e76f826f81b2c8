namespace Sweet.Web.Staffing.Forms;

/// <summary>A password, a code or a key: typed again after signing in again.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NeverKeptAttribute : Attribute;
