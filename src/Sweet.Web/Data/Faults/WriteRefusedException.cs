namespace Sweet.Web.Data.Faults;

/// <summary>Somebody would write where a form is only shown. Nothing was written.</summary>
public sealed class WriteRefusedException() : InvalidOperationException("A form that is only shown writes nothing.");
