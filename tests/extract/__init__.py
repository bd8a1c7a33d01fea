"""What the extraction promises: cases of text and claims, properties, and the small modules one by one."""
